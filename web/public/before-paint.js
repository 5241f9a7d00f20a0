// Puts theme and language on the page before anything is painted. A file of its own, because inline scripts are refused.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = read("muster.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const chosen = read("muster.language");
  const language = chosen ?? navigator.language.slice(0, 2);
  root.lang = language === "fr" ? "fr" : "en";
})();
