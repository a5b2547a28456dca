// Loaded blocking in the head, so that the first paint already has its colours. A file, because the page's policy refuses inline script.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('casefold-color-scheme');
  } catch {}
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
