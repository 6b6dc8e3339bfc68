// The button that opens the browser's print dialogue; without scripts the menu of the browser does.
const button = document.querySelector("[data-print]");

button.hidden = false;
button.addEventListener("click", () => window.print());
