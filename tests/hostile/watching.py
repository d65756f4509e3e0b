"""A browser tab that notes everything a page tries: requests elsewhere, dialogs, scripts, errors.

The content policy is switched off in it, so that what it finds inert is inert without the policy.
"""

from dataclasses import dataclass, field
from typing import Any

#: What a page must not hold, whatever an article says: handlers, links that run, and styles that
#: load or cover anything (the drawing library sets colours and fonts).
_INSPECT = """() => {
  const found = [];
  const ways = /^(https?:[/][/]|[/](?![/])|#|[a-z0-9-]+[.]html|articles[/]|[.][.][/]index|[?])/i;
  if (window.ran) found.push("a script of an article ran");
  for (const e of document.querySelectorAll("*")) {
    for (const a of e.attributes) {
      if (a.name.startsWith("on")) found.push(`handler ${a.name}`);
      if (a.name === "style" && /url|import|fixed|absolute|expression/i.test(a.value))
        found.push(`style ${a.value}`);
      if (["href", "src", "action", "xlink:href", "data", "srcdoc", "formaction"].includes(a.name)
          && !ways.test(a.value))
        found.push(`${a.name}=${a.value.slice(0, 80)}`);
    }
    if (["BASE", "OBJECT", "EMBED", "FRAMESET"].includes(e.tagName)) found.push(e.tagName);
    if (e.tagName === "META" && /refresh/i.test(e.httpEquiv)) found.push("refresh");
  }
  return found;
}"""


@dataclass(slots=True)
class Watch:
    """One tab and what it saw."""

    page: Any
    home: str
    seen: list[str] = field(default_factory=list)

    def visit(self, address: str) -> None:
        """Opens a page, presses nothing, and looks at what is in it."""
        self.page.goto(address)
        for frame in self.page.frames:
            self.seen += [f"{address}: {each}" for each in frame.evaluate(_INSPECT)]

    def note(self, what: str) -> None:
        """Adds something seen on the page that is open."""
        self.seen.append(f"{self.page.url}: {what}")


def watch(browser: Any, home: str, *, policy: bool = False) -> Watch:
    """A new tab; every request that does not go to `home` is noted and stopped."""
    context = browser.new_context(bypass_csp=not policy)
    watched = Watch(context.new_page(), home)

    def decide(route: Any) -> None:
        if route.request.url.startswith((home, "about:")):
            route.continue_()
        else:
            watched.note(f"asked for {route.request.url[:120]}")
            route.abort()

    context.route("**/*", decide)
    watched.page.on("dialog", lambda dialog: (watched.note("a dialog"), dialog.dismiss()))
    watched.page.on("console", lambda message: watched.note(f"console: {message.text[:200]}"))
    watched.page.on("pageerror", lambda error: watched.note(f"error: {error}"))
    watched.page.on("popup", lambda popup: watched.note(f"opened {popup.url}"))
    return watched
