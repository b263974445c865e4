// Esc and a press outside are the browser's own; these two ways out of the menu are not.
const menu = document.getElementById("menu");
const close = () => menu.matches(":popover-open") && menu.hidePopover();

menu?.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !menu.contains(relatedTarget)) close();
});
menu?.addEventListener("click", ({ target }) => {
  if (target.closest("a")?.pathname === location.pathname) close();
});
