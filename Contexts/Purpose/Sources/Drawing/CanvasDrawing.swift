import Kernel
import MethodLibrary

/// A design canvas drawn: pure, the same bytes for the same canvas.
package struct CanvasDrawing: Sendable, Hashable {
    /// One `<svg class="canvas …">`, for in a `<figure data-canvas>`. Classes only: styles are in `canvas.css`.
    package let svg: String
    /// `<ul class="canvas-legend">` for in its caption.
    package let legend: String
    /// How many stakeholders are a mark only, without their name: say so on the page, and lead to the table.
    package let leftOut: Int

    package init(_ canvas: DesignCanvas, options: CanvasOptions = CanvasOptions(), sectors: [SectorsMethod.Sector] = [])
    {
        let layout = CanvasLayout(canvas, options)
        svg = CanvasWriter(canvas: canvas, layout: layout, options: options).svg()
        legend = CanvasLegend(canvas: canvas, options: options, sectors: sectors).html()
        leftOut = layout.blocks.reduce(0) { $0 + $1.block.more }
    }
}
