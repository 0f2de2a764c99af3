import { useEffect } from 'react';
import { openScenario } from '../../share/open-run.ts';
import {
  closeFiles,
  openedScenario,
  openFiles,
  serverFiles,
  showFiles,
  stopReading,
  useOpenedFiles,
} from '../../sim/opened-files.ts';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';

const FilesDialog = later(
  async () => (await import('../../panels/opened-files/files-dialog.tsx')).FilesDialog,
  { Coming: DialogComing, words: ['zookeeperParts', 'parts'] },
);

const open = (files: readonly File[]): void => void openFiles(files);

async function runFromTree(): Promise<void> {
  const scenario = await openedScenario();
  if (scenario !== null) await openScenario(scenario);
}

/** The files of a real server. */
export const OpenedFiles = () => {
  const files = useOpenedFiles();
  useEffect(() => closeFiles, []);
  if (!files.shown) return null;
  return (
    <FilesDialog
      files={files}
      onFiles={open}
      onStop={stopReading}
      onRun={() => {
        showFiles(false);
        void runFromTree();
      }}
      onClose={() => showFiles(false)}
    />
  );
};

/** Logs and snapshots of a real server; a scenario is left to the lab. */
export const takeFiles = async (files: readonly File[]): Promise<readonly File[]> => {
  const own = await serverFiles(files);
  if (own.length > 0) await openFiles(own);
  return files.filter((file) => !own.includes(file));
};
