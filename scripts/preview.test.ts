import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { previewTags } from './preview.mjs';

/** The tags' contents by what they are called. */
const tags = (site?: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    previewTags(site).map(({ attrs = {} }) => [
      attrs['property'] ?? attrs['name'],
      attrs['content'],
    ]),
  );

const picture = readFileSync(fileURLToPath(new URL('../public/preview.png', import.meta.url)));

it('names the picture by its whole address when the site’s is known', () => {
  for (const site of ['https://a.example/zoo', 'https://a.example/zoo/'])
    expect(tags(site)).toMatchObject({
      'og:url': 'https://a.example/zoo/',
      'og:image': 'https://a.example/zoo/preview.png',
      'twitter:image': 'https://a.example/zoo/preview.png',
    });
  expect(tags()).toMatchObject({ 'og:image': './preview.png' });
  expect(tags()).not.toHaveProperty('og:url');
});

it('says the size that the picture has, which is small enough for every chat', () => {
  expect(tags()).toMatchObject({
    'og:image:width': String(picture.readUInt32BE(16)),
    'og:image:height': String(picture.readUInt32BE(20)),
  });
  expect(picture.length).toBeLessThan(200_000);
});

it('says title and sentence in both languages', () => {
  for (const name of ['og:title', 'og:description', 'twitter:title', 'twitter:description'])
    expect(tags()[name]).toMatch(/[a-z]{4}.*[\u4e00-\u9fff]{2}/);
});
