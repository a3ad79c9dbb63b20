// Passkeys: gives life to forms with data-passkey="sign-in", "register" or "sign". All words come from the page (data attributes).

const bytesOf = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"))
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

const textOf = (buffer) => {
    const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("")
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
}

const described = (list) => (list ?? []).map((item) => ({ ...item, id: bytesOf(item.id) }))

// For browsers without parseCreationOptionsFromJSON.
const creationOptions = (json) =>
    PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
        ...json,
        challenge: bytesOf(json.challenge),
        user: { ...json.user, id: bytesOf(json.user.id) },
        excludeCredentials: described(json.excludeCredentials),
    }

const requestOptions = (json) =>
    PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
        ...json,
        challenge: bytesOf(json.challenge),
        allowCredentials: described(json.allowCredentials),
    }

// What credential.toJSON() gives, also where a browser or a password manager does not have it.
const answerOf = (credential) => {
    try {
        const json = credential.toJSON?.()
        if (json?.response?.clientDataJSON) return json
    } catch {
        // made by hand below
    }
    const { response } = credential
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
    const written = Object.fromEntries(parts.filter((part) => response[part]).map((part) => [part, textOf(response[part])]))
    if (response.getTransports) written.transports = response.getTransports()
    return { id: credential.id, rawId: textOf(credential.rawId), type: credential.type, response: written }
}

class Told extends Error {}

const post = async (form, address, body) => {
    const headers = { "Content-Type": "application/json", Accept: "application/json" }
    if (form.dataset.csrf) headers["X-CSRF-Token"] = form.dataset.csrf
    let response
    try {
        response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin" })
    } catch {
        throw new Told(form.dataset.unreachable)
    }
    const json = await response.json().catch(() => null)
    if (response.ok && json) return json
    throw new Told(json?.title ? [json.title, json.detail].filter(Boolean).join(" ") : form.dataset.failed)
}

const kinds = {
    "sign-in": async (options) => navigator.credentials.get({ publicKey: requestOptions(options) }),
    sign: async (options) => navigator.credentials.get({ publicKey: requestOptions(options) }),
    register: async (options) => navigator.credentials.create({ publicKey: creationOptions(options) }),
}

const wordsFor = (error, words) => {
    if (error instanceof Told) return error.message
    if (error.name === "InvalidStateError") return words.exists
    if (error.name === "NotAllowedError" || error.name === "AbortError") return words.cancelled
    if (error.name === "SecurityError") return words.insecure
    if (error.name === "NotSupportedError") return words.unsupported
    return words.failed
}

const tell = (form, words, waiting = false) => {
    const message = form.querySelector("[data-message]")
    const status = form.querySelector("[data-waiting]")
    message.textContent = waiting ? "" : words
    message.hidden = waiting || !words
    status.textContent = waiting ? words : ""
    status.hidden = !waiting
}

const run = async (form) => {
    const button = form.querySelector("button")
    button.disabled = true
    tell(form, form.dataset.busy, true)
    try {
        const declaration = form.elements.declaration?.value
        const asked = declaration ? { declaration } : {}
        const credential = await kinds[form.dataset.passkey](await post(form, form.dataset.options, asked))
        const extra = { ...asked, next: form.dataset.next ?? "", name: form.elements.name?.value ?? "" }
        const { location: next } = await post(form, form.dataset.answer, { ...answerOf(credential), ...extra })
        tell(form, "")
        window.location.assign(next)
    } catch (error) {
        tell(form, wordsFor(error, form.dataset))
        button.disabled = false
        button.focus()
    }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
        event.preventDefault()
        run(form)
    })
    if (!window.isSecureContext) tell(form, form.dataset.insecure)
    else if (!window.PublicKeyCredential || !navigator.credentials) tell(form, form.dataset.unsupported)
    else {
        tell(form, "")
        form.querySelector("button").hidden = false
    }
}
