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
  if (/^#\/(lab|lesson)\//.test(location.hash)) root.dataset.opens = 'lab';
  askAhead(['en', 'zh-CN'].includes(lang) ? lang : systemLanguage());

  // As src/page/words/locale.ts does.
  function systemLanguage() {
    const starts = (name, with_) => name !== undefined && name.toLowerCase().startsWith(with_);
    const chinese = navigator.languages.some((name) => starts(name, 'zh'));
    return chinese && !starts(navigator.languages[0], 'en') ? 'zh-CN' : 'en';
  }

  // Asks for the files that this address needs, beside the page's own script and not after it. What
  // fails here is asked for again by whoever needs it, who says so.
  function askAhead(language) {
    const data = document.querySelector('#ahead');
    if (data === null || location.protocol === 'file:') return;
    const { worker, page, first, hero, pages, labs, lessons } = JSON.parse(data.textContent);
    const [path, asked = ''] = location.hash.split('?');
    const [, kind, id = ''] = path.split('/');
    const lesson = kind === 'lesson' && Object.hasOwn(lessons, id) ? lessons[id] : null;
    const lab = lesson ? lesson.lab : kind === 'lab' ? id : '';
    const of = Object.hasOwn(labs, lab) ? labs[lab] : null;
    for (const file of first[language]) preload(file);
    if (path === '' || path === '#/') hero.forEach(preload);
    if (of === null) return;
    // A lesson's words have its first picture with them.
    const seen = lesson ? lesson.words[language] : of.still;
    seen.forEach(preload);
    // A run in the address is another one than that of which the first words were written: nothing of it
    // is seen before the simulation has come.
    const otherRun = !lesson && /(^|&)(run|from|preset)=/.test(asked);
    if (otherRun) startWorker(worker, lab);
    else sayFirst(seen[0], language);
    // The page draws the still picture first; what is behind it must not slow its script down.
    preload(page).onload = () => {
      const files = [...(lesson ? pages.lesson : pages.lab), ...of[language]];
      for (const file of new Set(files)) preload(file);
    };
  }

  // What stands first in the column to read is seen before the page's script has come, at its place
  // (src/page/lab-frame/skeleton.tsx), which the page then takes over.
  function sayFirst(file, language) {
    const words = import('./' + file).then((found) =>
      found.said ? found.said[language] : Object.values(found.default.steps)[0].text,
    );
    const parsed = new Promise((resolve) => {
      if (document.readyState !== 'loading') resolve();
      document.addEventListener('readystatechange', resolve, { once: true });
    });
    Promise.all([words, parsed]).then(
      ([text]) => {
        const head = document.querySelector('.boot');
        if (head === null) return;
        const kind = location.hash.startsWith('#/lesson/') ? 'skeleton-step' : 'skeleton-lead';
        const sentence = element('p', 'sentence ' + kind);
        text.split('**').forEach((part, index) => {
          const piece = index % 2 === 1 ? element('b') : document.createTextNode('');
          piece.textContent = part;
          sentence.append(piece);
        });
        const screen = element('div', 'boot-said skeleton skeleton-' + room());
        head.replaceWith(screen);
        screen.append(head, within('skeleton-main', within('skeleton-side', sentence)));
      },
      // It stands there a little later, then.
      () => undefined,
    );
  }

  // As src/page/browser/use-media.ts does.
  function room() {
    const sizes = { wide: 1600, usual: 900, narrow: 600 };
    const fits = (name) => matchMedia('(min-width: ' + sizes[name] + 'px)').matches;
    return Object.keys(sizes).find(fits) || 'phone';
  }

  function within(className, child) {
    const box = element('div', className);
    box.append(child);
    return box;
  }

  function element(name, className = '') {
    const made = document.createElement(name);
    made.className = className;
    return made;
  }

  function preload(file) {
    const link = document.createElement('link');
    link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
    if (file.endsWith('.css')) link.as = 'style';
    link.crossOrigin = '';
    link.href = './' + file;
    document.head.append(link);
    return link;
  }

  // The page's first run takes it (src/page/sim/start-worker.ts).
  function startWorker(file, name) {
    try {
      const worker = new Worker('./' + file, { type: 'module', name });
      const ahead = { name, worker, failed: false };
      // That may be before the page listens: it starts another then, and says what is wrong with that.
      worker.addEventListener('error', () => (ahead.failed = true));
      window.aheadWorker = ahead;
    } catch {
      // Where none can be started the page says so.
    }
  }
})();
