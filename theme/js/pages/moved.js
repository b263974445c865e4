// Leads on before the page's own refresh does, with what the refresh leaves behind: the date or the choice that the address asks for.
const { href } = document.querySelector("[data-moved]");
location.replace(href.replace(/[?#].*/, "") + location.search + location.hash);
