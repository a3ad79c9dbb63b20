"""Inviting somebody who acts for a person of an ecosystem, and entering by the link."""


def invitation(page, name, acts_as, language=None):
    """The link that an administrator hands over; `acts_as` is an ecosystem and a person, `raad-noord/wethouder`."""
    page.goto("/people")
    page.get_by_label("Naam", exact=True).fill(name)
    page.get_by_label("Treedt op als").select_option(acts_as)
    if language:
        page.get_by_label("Taal").select_option(language)
    page.get_by_role("button", name="Link maken").click()
    return page.get_by_test_id("fresh-link").input_value()


def enter(browser, link, base):
    """Signs in by the link and keeps a passkey."""
    page = browser.page
    page.goto(link)
    page.get_by_test_id("link-sign-in").click()
    page.locator("input[name=name]").fill(f"Key of {browser.name}")
    page.get_by_test_id("passkey-register").click()
    page.wait_for_url(f"{base}/")
