"""Only this computer may talk to the page and the controls: against DNS rebinding and requests forged by other sites."""

import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

# No script, style, picture or frame from elsewhere; nothing inline. blob: shows files a person attaches.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address (without port) is this computer's own."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def refusal(host: str, origin: str | None, fetch_site: str | None) -> str | None:
    """Return why a request with these headers (Host, Origin, Sec-Fetch-Site) is refused, or None."""
    name = urlsplit(f"//{host}").hostname if host else None
    if not name or not is_loopback(name):
        return "the Host is not this computer"
    if origin is not None and origin != f"http://{host}":
        return "the Origin is another site"
    if fetch_site not in (None, "same-origin", "none"):
        return "the request comes from another site"
    return None


@web.middleware
async def loopback_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse foreign requests to everything but the Bot API, which asks for the token."""
    if _is_api(request):
        return await handler(request)
    try:
        reason = refusal(request.headers.get("Host", ""), request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site"))
    except ValueError:
        reason = "the Host is not this computer"
    if reason is not None:
        return web.json_response({"error": reason}, status=403)
    return await handler(request)


async def careful_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Put the careful headers on every answer but the Bot API's."""
    if not _is_api(request):
        response.headers.update(_HEADERS)


def _is_api(request: web.Request) -> bool:
    return request.path.startswith(("/bot", "/file/bot"))
