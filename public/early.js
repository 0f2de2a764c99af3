// Runs before anything is painted, so that the page never flashes in the wrong theme. A plain file
// and no inline script, because the page's Content-Security-Policy forbids those. The address wins
// over what the person chose before (`zooscope.theme`, `zooscope.lang` in localStorage); without
// either, the system's theme holds and the page itself finds the language.
(function () {
  const query = new URLSearchParams(location.search);
  function wanted(name) {
    try {
      return query.get(name) || localStorage.getItem('zooscope.' + name);
    } catch {
      return query.get(name);
    }
  }
  const root = document.documentElement;
  const theme = wanted('theme');
  if (['light', 'dark', 'contrast'].includes(theme)) root.dataset.theme = theme;
  const lang = wanted('lang');
  if (['en', 'zh-CN'].includes(lang)) root.lang = lang;
})();
