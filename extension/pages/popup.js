// Starts the popup, which is Rust (src/). Only what must happen before wasm has loaded is done here.
import init from "./scrubline_popup.js";

// The palette follows the system, also while the popup is open.
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => {
  document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
};
dark.addEventListener("change", follow);
follow();

// In a tab of its own (Firefox, to choose a file) the popup is laid out as a page.
document.documentElement.dataset.place = new URLSearchParams(location.search).has("tab") ? "tab" : "popup";

try {
  await init();
} catch {
  document.body.textContent = "The popup could not start. Reload the extension on the browser's extensions page.";
}
