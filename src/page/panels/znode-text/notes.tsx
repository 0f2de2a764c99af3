import { useTranslations } from 'use-intl';
import type { Note, ReadTree } from './read-tree.ts';

/** What is wrong with the lines of a tree, and what is left out of it. */
export const Notes = ({ tree }: { tree: ReadTree }) => {
  const t = useTranslations('znodeText');
  const list = (kind: Note['kind']) => tree.notes.filter((note) => note.kind === kind);
  const part = (kind: Note['kind'], count: number) =>
    count > 0 && (
      <>
        <p>{t(kind, { count })}</p>
        <ul className="tree-notes">
          {list(kind).map(({ line, code, found }) => (
            <li key={line} className={kind === 'wrong' ? 'field-error' : ''}>
              {t('line', { line: String(line), text: t(`note.${code}`, { found }) })}
            </li>
          ))}
          {count > list(kind).length && (
            <li>{t('andMore', { count: count - list(kind).length })}</li>
          )}
        </ul>
      </>
    );
  return (
    <div role="status">
      {part('wrong', tree.wrong)}
      {part('left', tree.left)}
    </div>
  );
};
