import { useState } from 'react';
import type { DragEvent } from 'react';
import { useTranslations } from 'use-intl';
import { sizeText } from '../../share/problem.ts';
import { AskSourceContext } from '../../sim/ask-source.ts';
import type { FilesState } from '../../sim/opened-files.ts';
import { LIMITS } from '../../../view/limits.ts';
import { Button } from '../../widgets/button.tsx';
import { ChooseFiles } from '../../widgets/choose-files.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { Tabs } from '../../widgets/tabs.tsx';
import { TxnLogPanel } from '../txn-log/txn-log-panel.tsx';
import { FilesTable } from './files-table.tsx';
import { FilesTree } from './files-tree.tsx';
import { Together } from './together.tsx';
import './opened-files.css';

interface FilesDialogProps {
  files: FilesState;
  onFiles: (files: readonly File[]) => void;
  /** Begins a run with the tree. */
  onRun: () => void;
  /** Reads no further. */
  onStop: () => void;
  onClose: () => void;
}

/** No file has clients or events. */
const NOBODY = (): string => '';

function troubleText(
  { code, detail }: NonNullable<FilesState['trouble']>,
  t: ReturnType<typeof useTranslations<'openedFiles'>>,
): string {
  switch (code) {
    case 'large':
      return t('large', { size: sizeText(Number(detail)), limit: sizeText(LIMITS.fileBytes) });
    case 'many':
      return t('many', { count: detail, most: `${LIMITS.filesAtOnce}` });
    case 'unreadable':
      return t('unreadable', { detail });
  }
}

/** Transaction logs and snapshots of a real server: what they are, their transactions, their tree. */
export const FilesDialog = ({ files, onFiles, onRun, onStop, onClose }: FilesDialogProps) => {
  const t = useTranslations('openedFiles');
  const [tab, setTab] = useState('log');
  const { status, progress, view, run, source, trouble } = files;
  const dropped = (event: DragEvent): void => {
    const all = [...event.dataTransfer.files];
    if (all.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onFiles(all);
  };
  const percent = progress.total === 0 ? 0 : Math.floor((100 * progress.done) / progress.total);
  const tabs = [
    ...(view !== null && view.cells > 0
      ? [
          {
            id: 'log',
            title: t('transactions'),
            content: <TxnLogPanel server={1} nameOf={NOBODY} onSeek={null} />,
          },
        ]
      : []),
    ...(view?.tree
      ? [
          {
            id: 'tree',
            title: t('tree'),
            content: <FilesTree run={run} onRun={onRun} />,
          },
        ]
      : []),
  ];
  return (
    <Dialog title={t('title')} onClose={onClose} size={view === null ? 'wide' : 'whole'}>
      <div
        className="files-drop"
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault();
        }}
        onDrop={dropped}
      >
        <p>{t(view === null ? 'text' : 'more')}</p>
        <ChooseFiles label={t('choose')} primary={view === null} several onFiles={onFiles} />
      </div>
      {status === 'opening' && (
        <>
          <Progress
            label={t('reading')}
            value={progress.done}
            max={progress.total}
            text={t('readingText', { percent: `${percent}`, size: sizeText(progress.total) })}
          />
          <Button onPress={onStop}>{t('stop')}</Button>
        </>
      )}
      {trouble !== null && (
        <p role="alert" className="files-trouble">
          {troubleText(trouble, t)}
        </p>
      )}
      {view !== null && source !== null && (
        <AskSourceContext value={source}>
          <FilesTable files={view.files} />
          <Together view={view} />
          {tabs.length > 0 && (
            <Tabs
              key={source.moment}
              name={t('views')}
              tabs={tabs}
              chosen={tabs.some(({ id }) => id === tab) ? tab : (tabs[0]?.id ?? '')}
              onChoose={setTab}
              className="files-views"
            />
          )}
        </AskSourceContext>
      )}
    </Dialog>
  );
};
