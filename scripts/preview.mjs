// What a chat or a course page shows of a link: title, sentence and picture, as tags of the built page.
// Who makes a preview runs no script, so one text serves both languages, and needs the picture's whole
// address, which the build knows when SITE_URL says where the site will be (docs/hosting.md).

const TITLE = 'Zooscope: see ZooKeeper and Paxos happen · 亲眼看 ZooKeeper 与 Paxos 运行';
const SENTENCE =
  'Elections, votes and crashes, step by step and backwards, in your browser. 在浏览器里逐步前进、后退，看选举、投票与崩溃。';
const PICTURE_SAYS =
  'The election lab: S5 led and has crashed, and votes fly between the other four servers';

/**
 * @param {string | undefined} site where the site will be, an absolute URL
 * @returns {import('vite').HtmlTagDescriptor[]}
 */
export function previewTags(site) {
  const base = site === undefined ? null : new URL(site.endsWith('/') ? site : `${site}/`);
  const picture = base === null ? './preview.png' : new URL('preview.png', base).href;
  /** @type {[string, string][]} */
  const open = [
    ['og:type', 'website'],
    ['og:site_name', 'Zooscope'],
    ['og:title', TITLE],
    ['og:description', SENTENCE],
    ['og:locale', 'en_US'],
    ['og:locale:alternate', 'zh_CN'],
    ['og:image', picture],
    ['og:image:type', 'image/png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', PICTURE_SAYS],
  ];
  if (base !== null) open.push(['og:url', base.href]);
  /** @type {[string, string][]} */
  const card = [
    ['twitter:card', 'summary_large_image'],
    ['twitter:title', TITLE],
    ['twitter:description', SENTENCE],
    ['twitter:image', picture],
    ['twitter:image:alt', PICTURE_SAYS],
  ];
  return [
    ...open.map(([property, content]) => ({ tag: 'meta', attrs: { property, content } })),
    ...card.map(([name, content]) => ({ tag: 'meta', attrs: { name, content } })),
  ];
}

/** @returns {import('vite').Plugin} */
export function preview() {
  return {
    name: 'preview',
    apply: 'build',
    transformIndexHtml: () =>
      previewTags(process.env['SITE_URL']).map((tag) => ({ ...tag, injectTo: 'head' })),
  };
}
