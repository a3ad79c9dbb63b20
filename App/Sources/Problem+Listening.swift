import Foundation
import Kernel
import NIOCore

extension Problem {
    /// Why a server does not listen, or stopped, in plain words.
    static func stopped(_ configuration: Configuration, _ error: any Error) -> Problem {
        let (host, port) = (configuration.host, configuration.port)
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            return Problem(
                "serve.port",
                Text("Poort \(port) is al in gebruik op \(host).", "Port \(port) is in use already at \(host)."),
                mend: Text("Kies een andere met --port.", "Choose another with --port."))
        case EACCES:
            return Problem(
                "serve.port",
                Text("Op poort \(port) mag u niet luisteren.", "You may not listen on port \(port)."),
                mend: Text("Kies met --port een getal boven 1023.", "Choose a number above 1023 with --port."))
        case EADDRNOTAVAIL:
            return Problem(
                "serve.host",
                Text("\(host) is geen adres van deze machine.", "\(host) is not an address of this machine."),
                mend: Text(
                    "Kies een ander met --host, zoals 127.0.0.1.", "Choose another with --host, such as 127.0.0.1."))
        default:
            return Problem(
                "serve.stopped",
                Text("De server op \(host):\(port) stopt: \(error).", "The server at \(host):\(port) stops: \(error)."),
                mend: Text("Kies zo nodig een andere --port of --host.", "Choose another --port or --host if needed."))
        }
    }
}
