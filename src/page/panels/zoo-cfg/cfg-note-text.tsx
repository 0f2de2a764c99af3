import { useTranslations } from 'use-intl';
import type { CfgNote } from '../../../zoo-cfg/note.ts';
import { LIMITS } from '../../../view/limits.ts';
import { fitting, shownData } from '../../../view/plain-text.ts';
import { useLoose } from '../../words/use-words.ts';
import './cfg-notes.css';

/** What is to be said of a `zoo.cfg`: where, what, how to mend it, and ZooKeeper's own words. */
export const CfgNoteText = ({ note }: { note: CfgNote }) => {
  const t = useTranslations('panels.cfg');
  const loose = useLoose('panels');
  const text = loose(`cfg.note.${note.code}`, shownData(note.data));
  return (
    <>
      {note.line === 0 ? text : t('line', { line: String(note.line), text })}
      {note.said !== undefined && (
        <>
          {' '}
          <span className="said">
            {t('said', { said: fitting(note.said, LIMITS.shownMessage) })}
          </span>
        </>
      )}
    </>
  );
};
