import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Unfolding } from '../../../view/zookeeper-ask.ts';
import { useAsk, useAsked } from '../../sim/use-answers.ts';
import type { TreeRun } from '../../../view/opened-files.ts';
import { ZnodeCard } from '../znode-card/znode-card.tsx';
import { RunFromTree } from './run-from-tree.tsx';
import { Search } from '../znode-tree/search.tsx';
import { Tree } from '../znode-tree/tree.tsx';
import type { Sought } from '../znode-tree/tree.tsx';
import { foldedAll, withRowOf, withUnfolded } from '../znode-tree/unfolding.ts';
import { useDescription } from '../znode-tree/use-description.ts';
import { useSaying } from '../../words/use-saying.ts';
import type { RowWindow } from '../znode-tree/window.ts';

const AT_FIRST: RowWindow = { first: 0, most: 60 };
/** Everything is on disk; whose it was nobody knows. */
const SERVER = 1;
const nameOf = (): string => '?';

/** The tree that comes of the files. */
export const FilesTree = ({ run, onRun }: { run: TreeRun | null; onRun: () => void }) => {
  const t = useTranslations('openedFiles');
  const { say } = useSaying('znodeTree.drawn');
  const describe = useDescription(nameOf);
  const ask = useAsk();
  const [unfolded, setUnfolded] = useState<Unfolding>(foldedAll);
  const [selected, setSelected] = useState<string | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const [window, setWindow] = useState(AT_FIRST);
  const answer = useAsked({ ask: 'tree', server: SERVER, unfolded, ...window });

  const goTo = useCallback(
    async (path: string): Promise<void> => {
      const now = withRowOf(unfolded, path);
      setUnfolded(now);
      setSelected(path);
      const place = { first: 0, most: 0, where: path } as const;
      const found = await ask({ ask: 'tree', server: SERVER, unfolded: now, ...place });
      if (found !== null && found.where !== null) setSought({ row: found.where });
    },
    [ask, unfolded],
  );
  const goToRow = async (row: number): Promise<void> => {
    const found = await ask({ ask: 'tree', server: SERVER, unfolded, first: row, most: 1 });
    const path = found?.rows[0]?.path;
    if (path !== undefined) setSelected(path);
  };
  return (
    <div className="files-tree">
      <div className="files-rows">
        <Search server={SERVER} onHit={(path) => void goTo(path)} />
        <Tree
          name={t('tree')}
          known={answer}
          selected={selected}
          fresh={null}
          say={say}
          nameOf={nameOf}
          describe={describe}
          sought={sought}
          onSelect={setSelected}
          onFold={({ path }, open) => setUnfolded(withUnfolded(unfolded, path, open))}
          onGoTo={(path) => void goTo(path)}
          onGoToRow={(row) => void goToRow(row)}
          onWindow={setWindow}
        />
      </div>
      <div className="files-beside">
        {selected !== null && (
          <ZnodeCard
            server={SERVER}
            path={selected}
            nameOf={nameOf}
            onClose={() => setSelected(null)}
          />
        )}
        {run !== null && <RunFromTree run={run} onRun={onRun} />}
      </div>
    </div>
  );
};
