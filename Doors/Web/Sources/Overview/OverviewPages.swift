import Gate
import Hummingbird

extension WebDoor {
    func addOverview(to book: RouteBook) {}
}
