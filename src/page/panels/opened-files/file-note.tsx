import { useTranslations } from 'use-intl';
import { LIMITS } from '../../../view/limits.ts';
import type { OpenedFile } from '../../../view/opened-files.ts';
import { sizeText } from '../../share/problem.ts';
import { useLoose } from '../../words/use-words.ts';
import { nameSays } from './names.ts';

/** What a file may be too large for. */
const limits = { bytes: sizeText(LIMITS.fileBytes), records: LIMITS.fileRecords };

/** What is to be said of a file besides its figures: what is wrong with it, how it ends, its name. */
export const FileNote = ({ file }: { file: OpenedFile }) => {
  const t = useTranslations('openedFiles');
  const problems = useLoose('openedFiles');
  const { problem } = file;
  const name = nameSays(file);
  return (
    <>
      {problem !== null && (
        <p role="alert" className="files-trouble">
          <strong>{t('atByte', { offset: `${problem.offset}` })}</strong>{' '}
          {problems.has(`problem.${problem.code}`)
            ? problems(`problem.${problem.code}`, limits)
            : problem.text}
          {file.kind === 'log' && ` ${t('readUpTo', { count: file.transactions })}`}
        </p>
      )}
      {file.kind === 'log' && file.end !== null && (
        <p className="quiet-text">{t(`end.${file.end.kind}`, { offset: `${file.end.offset}` })}</p>
      )}
      {file.kind === 'log' && file.apart && <p>{t('apart')}</p>}
      {name !== null && <p className="quiet-text">{t('nameSays', { name })}</p>}
    </>
  );
};
