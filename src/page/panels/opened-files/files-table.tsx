import { useTranslations } from 'use-intl';
import type { OpenedFile } from '../../../view/opened-files.ts';
import { zxidText } from '../../../view/zxid.ts';
import { sizeText } from '../../share/problem.ts';
import { FileNote } from './file-note.tsx';
import { nameSays } from './names.ts';

/** One row a file: what it is, what is in it, whether it is sound. */
export const FilesTable = ({ files }: { files: readonly OpenedFile[] }) => {
  const t = useTranslations('openedFiles');
  return (
    <div className="files-table">
      <table>
        <caption className="vh">{t('files')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('holds')}</th>
            <th scope="col">zxid</th>
            <th scope="col">{t('format')}</th>
            <th scope="col">{t('digest')}</th>
          </tr>
        </thead>
        {files.map((file, index) => (
          <tbody key={index}>
            <tr>
              <th scope="row">
                <span className="mono">{file.name}</span>{' '}
                <span className="quiet-text">{sizeText(file.size)}</span>
              </th>
              <td>{t(`kinds.${file.kind}`)}</td>
              <Facts file={file} />
            </tr>
            {(file.problem !== null || nameSays(file) !== null || file.kind === 'log') && (
              <tr className="file-note">
                <td colSpan={6}>
                  <FileNote file={file} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
};

const Facts = ({ file }: { file: OpenedFile }) => {
  const t = useTranslations('openedFiles');
  if (file.kind === 'nothing') {
    return <td colSpan={4}>{t('none')}</td>;
  }
  const { state, compared, at } = file.digest;
  const format = t('formatText', { version: `${file.version}`, dbid: `${file.dbid}` });
  const digest = t(`digests.${state}`, { compared, at: at === null ? '' : zxidText(at) });
  if (file.kind === 'snapshot') {
    return (
      <>
        <td>{t('nodes', { count: file.nodes, sessions: file.sessions })}</td>
        <td>{zxidText(file.zxid)}</td>
        <td>{format}</td>
        <td>{digest}</td>
      </>
    );
  }
  const { from, to } = file;
  return (
    <>
      <td>{t('count', { count: file.transactions })}</td>
      <td>{from === null || to === null ? t('none') : `${zxidText(from)} – ${zxidText(to)}`}</td>
      <td>{format}</td>
      <td>{digest}</td>
    </>
  );
};
