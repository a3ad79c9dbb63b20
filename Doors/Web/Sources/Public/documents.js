// Links that make a document: says that it is being made until it is there. Without this script the link just works.

const status = document.querySelector("[data-document-status]")

const save = async (link) => {
    status.textContent = link.dataset.making
    const response = await fetch(link.href, { credentials: "same-origin" })
    if (!response.ok) return window.location.assign(link.href)
    const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? ""
    const address = URL.createObjectURL(await response.blob())
    const file = Object.assign(document.createElement("a"), { href: address, download: name })
    file.click()
    URL.revokeObjectURL(address)
    status.textContent = link.dataset.made
}

for (const link of document.querySelectorAll("a[data-making]")) {
    link.addEventListener("click", (event) => {
        event.preventDefault()
        save(link)
    })
}
