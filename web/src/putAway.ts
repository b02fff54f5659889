/**
 * A page that the browser puts away to bring it back later knows what nobody may see any more by then, after a sign-out too. It
 * is put away without anything to see, and loaded anew when it comes back.
 */
export function showsNothingOnceItWasPutAway(): void {
  window.addEventListener("pagehide", (event) => {
    document.documentElement.hidden ||= event.persisted;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
}
