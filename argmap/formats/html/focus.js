// Where a reader came from, so that whatever is put away gives the focus back.

const TRAIL = 30;
let trail = [];

document.addEventListener("focusin", ({ target }) => {
  const earlier = trail.filter((each) => each !== target && each.isConnected);
  trail = [...earlier, target].slice(-TRAIL);
});

const isThere = (element) => element.isConnected && element.checkVisibility();

// Does what may take elements away; a focus that was in one of them goes back to where it came from.
function keepingFocus(act) {
  const hadFocus = document.activeElement !== document.body;
  act();
  const isLost = document.activeElement === document.body || !isThere(document.activeElement);
  if (hadFocus && isLost) (trail.findLast(isThere) ?? find(".pane.claim h2"))?.focus({ preventScroll: true });
}
