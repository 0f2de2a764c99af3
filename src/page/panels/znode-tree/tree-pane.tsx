import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TreeRow } from '../../../view/zookeeper-ask.ts';
import { treeDrawing } from '../../../stage/znode/tree.ts';
import { offerBeside } from '../../draw/stage-source.ts';
import { useMedia } from '../../browser/use-media.ts';
import { selectZnode } from '../../sim/actions.ts';
import { useVeil } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { askRun, useAsked } from '../../sim/use-answers.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { Button } from '../../widgets/button.tsx';
import { Hint } from '../../widgets/hint.tsx';
import { useNameOf } from '../use-name-of.ts';
import { ZnodeCard } from '../znode-card/znode-card.tsx';
import { treeIcons } from './icons.tsx';
import { Search } from './search.tsx';
import { SeenBy } from './seen-by.tsx';
import { steady } from './steady.ts';
import { Tree } from './tree.tsx';
import type { Sought } from './tree.tsx';
import { beginUnfolding, unfold, unfoldedNow, useUnfolded } from './tree-state.ts';
import { foldedAll, unfoldedAll, withRowOf, withUnfolded } from './unfolding.ts';
import { useFresh } from './use-fresh.ts';
import { useDescription } from './use-description.ts';
import { useSaying } from '../../words/use-saying.ts';
import type { RowWindow } from './window.ts';
import './znode-tree.css';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';

const TreeTextDialog = later(
  async () => (await import('../znode-text/tree-text-dialog.tsx')).TreeTextDialog,
  { Coming: DialogComing, words: ['zookeeperParts', 'parts'] },
);

/** Rows of a saved picture, at most. */
const PICTURED = 40;
const AT_FIRST: RowWindow = { first: 0, most: 60 };

const onFold = ({ path }: TreeRow, open: boolean): void =>
  unfold(withUnfolded(unfoldedNow(), path, open));

/** The tree of a server as it stands at the moment shown; `plain`: to be looked at, without tools. */
export const TreePane = ({ plain = false }) => {
  const t = useTranslations('znodeTree');
  const card = useTranslations('znodeCard');
  const { say } = useSaying('znodeTree.drawn');
  const nameOf = useNameOf();
  const veil = useVeil();
  const describe = useDescription(nameOf, veil);
  const server = useShownServer()?.pid ?? null;
  const selected = useSim((s) => s.znode);
  const unfolded = useUnfolded();
  const [window, setWindow] = useState(AT_FIRST);
  const [text, setText] = useState(false);
  const [sought, setSought] = useState<Sought | null>(null);
  const still = useMedia('(prefers-reduced-motion: reduce)');

  const answer = useAsked(server === null ? null : { ask: 'tree', server, unfolded, ...window });
  const nodes = answer?.nodes ?? null;
  useEffect(() => {
    if (nodes !== null) beginUnfolding(nodes);
  }, [nodes]);
  const lit = useFresh(answer?.zxid ?? null);

  const [known, setKnown] = useState<{ of: typeof answer; rows: readonly TreeRow[] }>({
    of: null,
    rows: [],
  });
  if (answer !== known.of) {
    setKnown({ of: answer, rows: answer === null ? [] : steady(known.rows, answer.rows) });
  }

  // In a saved picture of the stage the tree stands beside it.
  const rows = known.rows;
  const glow = lit ? (still ? 'outline' : 'glow') : null;
  useEffect(
    () =>
      offerBeside(() =>
        treeDrawing(rows.slice(0, PICTURED), {
          heading: { title: t('title'), aside: nodes === null ? '' : t('nodes', { count: nodes }) },
          say,
          nameOf,
          width: 300,
          selected,
          fresh: glow,
          veil,
        }),
      ),
    [rows, say, nameOf, selected, glow, veil, nodes, t],
  );

  const goTo = useCallback(
    async (path: string): Promise<void> => {
      if (server === null) return;
      const now = withRowOf(unfoldedNow(), path);
      unfold(now);
      selectZnode(path);
      const place = { first: 0, most: 0, where: path } as const;
      const question = { ask: 'tree', server, unfolded: now, ...place } as const;
      const asked = await askRun(question);
      if (typeof asked?.where === 'number') setSought({ row: asked.where });
    },
    [server],
  );

  const goToRow = async (row: number): Promise<void> => {
    if (server === null) return;
    const question = { ask: 'tree', server, unfolded, first: row, most: 1 } as const;
    const asked = await askRun(question);
    const path = asked?.rows[0]?.path;
    if (path !== undefined) selectZnode(path);
  };

  return (
    <section className="znode-pane" aria-label={t('pane')}>
      <header className="znode-head">
        <h2>{t('title')}</h2>
        <span className="quiet-text">
          {nodes !== null && (
            <Hint text={t('counted', { told: nodes + 1 })}>
              <span>{t('nodes', { count: nodes })}</span>
            </Hint>
          )}
        </span>
        {!plain && <Tools onText={() => setText(true)} />}
      </header>
      <SeenBy nameOf={nameOf} />
      {!plain && <Search key={server} server={server} onHit={(path) => void goTo(path)} />}
      <Tree
        name={t('name')}
        known={known.of === null ? null : { ...known.of, rows: known.rows }}
        selected={selected}
        fresh={glow}
        say={say}
        nameOf={nameOf}
        veil={veil}
        describe={describe}
        sought={sought}
        onSelect={selectZnode}
        onFold={onFold}
        onGoTo={(path) => void goTo(path)}
        onGoToRow={(row) => void goToRow(row)}
        onWindow={setWindow}
      />
      {selected === null && !plain && <p className="quiet-text znode-none">{card('none')}</p>}
      {server !== null && selected !== null && (
        <ZnodeCard
          server={server}
          path={selected}
          nameOf={nameOf}
          onClose={() => selectZnode(null)}
          veil={veil}
        />
      )}
      {text && server !== null && <TreeTextDialog server={server} onClose={() => setText(false)} />}
    </section>
  );
};

/** What can be done with the whole tree. */
const Tools = (props: { onText: () => void }) => {
  const t = useTranslations('znodeTree');
  return (
    <>
      <Button
        kind="icon"
        aria-label={t('unfoldAll')}
        title={t('unfoldAll')}
        onPress={() => unfold(unfoldedAll)}
      >
        {treeIcons.unfold}
      </Button>
      <Button
        kind="icon"
        aria-label={t('foldAll')}
        title={t('foldAll')}
        onPress={() => unfold(foldedAll)}
      >
        {treeIcons.fold}
      </Button>
      <Button kind="icon" aria-label={t('asText')} title={t('asText')} onPress={props.onText}>
        {treeIcons.text}
      </Button>
    </>
  );
};
