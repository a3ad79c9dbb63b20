import Kernel
import Markup

/// Inputs to choose with: a list for one, boxes to tick for several. What stands in the record is always among them,
/// so that saving never loses what the form did not know.
extension FieldInput {
    /// Where something must be chosen and there is one possibility, it is chosen.
    func select(_ field: FieldDescription, _ control: Control, _ value: Value, _ path: [String]) -> HTML {
        let wanted = value.string ?? ""
        let groups = FieldOptions(self).groups(field, path: path, chosen: wanted.isEmpty ? [] : [wanted])
        let all = groups.flatMap(\.options)
        let chosen = control.required && wanted.isEmpty && all.count == 1 ? all.first?.id ?? "" : wanted
        let blank: HTML =
            control.required && !chosen.isEmpty
            ? "" : "<option value=\"\">\(control.required ? say("Kies…", "Choose…") : "–")</option>"
        var open = chosen
        let options: HTML = groups.html { group in
            let options: HTML = group.options.html { option in
                let isChosen = option.id == open && !open.isEmpty
                if isChosen { open = "" }
                return "<option value=\"\(option.id)\"\(if: isChosen, " selected")>\(option.label)</option>"
            }
            return group.label.isEmpty || groups.count == 1
                ? options : "<optgroup label=\"\(group.label)\">\(options)</optgroup>"
        }
        return "<select\(control.attributes)>\(blank)\(options)</select>"
    }

    /// A box for each, those that are ticked first. A long list scrolls.
    func boxes(_ field: FieldDescription, _ control: Control, _ chosen: [String]) -> HTML {
        let groups = FieldOptions(self).groups(field, path: [field.name], chosen: chosen)
        let place = Dictionary(chosen.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var isFirst = true
        let parts: HTML = groups.html { group in
            let ticked = group.options.filter { place[$0.id] != nil }.sorted { place[$0.id] ?? 0 < place[$1.id] ?? 0 }
            let boxes: HTML = (ticked + group.options.filter { place[$0.id] == nil }).html { option in
                defer { isFirst = false }
                let id: HTML = isFirst ? " id=\"\(control.id)\"" : ""
                return """
                    <label class="box"><input type="checkbox" name="\(control.name)" value="\(option.id)"\(id)\
                    \(if: place[option.id] != nil, " checked")\(if: control.isWrong, " aria-invalid=\"true\"")> \(option.label)</label>
                    """
            }
            return group.label.isEmpty || groups.count == 1
                ? "<div class=\"boxes\">\(boxes)</div>"
                : "<fieldset class=\"boxes\"><legend>\(group.label)</legend>\(boxes)</fieldset>"
        }
        let isLong = groups.reduce(0) { $0 + $1.options.count } > 12
        return isLong
            ? "<div class=\"choices\" data-filter=\"\(say("Zoek in deze lijst", "Search this list"))\">\(parts)</div>"
            : parts
    }

    /// One of very many: typed, with the names offered while typing.
    func manyToOne(_ control: Control, _ value: Value, _ plural: String) -> HTML {
        let options: HTML = FieldOptions(self).records(plural, limit: 3_000).html {
            "<option value=\"\($0.id)\">\($0.label)</option>"
        }
        return """
            <input type="text"\(control.attributes) value="\(value.string ?? "")" list="\(control.id)-list" autocomplete="off">\
            <datalist id="\(control.id)-list">\(options)</datalist>
            """
    }
}
