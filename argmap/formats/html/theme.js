// Dark mode, and what the reader chose before.

function keep(name, value) {
  try {
    localStorage.setItem(`argmap-${name}`, value);
  } catch { /* a browser may keep nothing for a page from disk */ }
}

function kept(name) {
  try {
    return localStorage.getItem(`argmap-${name}`);
  } catch {
    return null;
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";

function showTheme() {
  find('[data-do="theme"]').setAttribute("aria-pressed", String(isDark()));
}

function switchTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  keep("theme", document.documentElement.dataset.theme);
  showTheme();
}
