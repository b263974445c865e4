// A page that somebody is changing in the form is shown with the changes, in the tab where they were written and nowhere else.
const { preview } = document.querySelector("main").dataset;
if (preview && new URLSearchParams(location.search).has("udkast")) import(new URL(preview, document.baseURI).href);
