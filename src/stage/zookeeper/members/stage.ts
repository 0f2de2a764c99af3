import type { Frame } from '../../../view/frame.ts';
import type { Micros } from '../../../view/time.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { linkShapes } from '../../links.ts';
import type { LinkOptions } from '../../links.ts';
import { messageShapes } from '../../messages.ts';
import type { MessageOptions } from '../../messages.ts';
import { group } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import type { Veil } from '../../veil.ts';
import type { ZooKeeperSaying } from '../words.ts';
import type { MembersChange } from './changes.ts';
import { columnsOf } from './columns.ts';
import { commitPoint, commitX } from './commit-point.ts';
import { guestShapes } from './guests.ts';
import type { MembersLayout } from './layout.ts';
import { cellWidth, columnCount, logRow } from './log-rows.ts';
import { pipeWords, ringsOf, wordsOf } from './members.ts';

export interface MembersStageOptions extends MessageOptions, LinkOptions {
  readonly words: ZooKeeperSaying;
  readonly changed?: MembersChange | null;
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
}

/** An ensemble that serves: pipes with what is in them, logs as rows, the commit point, clients. */
export const membersStage = (
  frame: Frame<ZooKeeperDetail>,
  layout: MembersLayout,
  now: Micros,
  options: MembersStageOptions,
): readonly Shape[] => {
  const { words, veil, reducedMotion = false, changed = null } = options;
  const { detail } = frame;
  const most = columnCount(layout);
  const usual = columnsOf(detail, most);
  const width = cellWidth(usual.columns, layout);
  const columns =
    width > layout.cell.width
      ? columnsOf(detail, columnCount({ ...layout, cell: { ...layout.cell, width } }))
      : usual;
  const own = {
    words,
    reducedMotion,
    selected: options.selected ?? null,
    changed: changed?.what === 'cell' || changed?.what === 'client' ? null : changed,
    ...(veil === undefined ? {} : { veil }),
    ensemble: detail.ensemble,
    line: commitX(detail, columns, width, layout),
  };
  const mark = changed?.what === 'cell' ? changed : null;
  const logs = detail.servers.map((server) =>
    logRow(server, columns, width, layout, {
      words,
      name: frame.processes.find(({ pid }) => pid === server.pid)?.name ?? '',
      veil,
      mark,
      reducedMotion,
    }),
  );
  const point = group(commitPoint(detail, columns, width, layout, words, veil), {
    key: 'commit-point',
  });
  const labels = [...wordsOf(frame, layout, own), ...pipeWords(frame, layout, own)];
  const guests = guestShapes(frame, layout, now, ({ pid }) => ({
    words,
    selected: options.selected === pid,
    changed:
      changed?.pid === pid && (changed.what === 'client' || changed.what === 'state')
        ? reducedMotion
          ? 'outline'
          : 'glow'
        : null,
  }));
  const rings = ringsOf(frame, layout, own);
  const messages = messageShapes(frame, layout, now, options, [
    ...logs,
    point,
    ...labels,
    ...guests,
    ...rings,
  ]);
  return [
    group(linkShapes(frame, layout, options), { key: 'links' }),
    group(messages.trails, { key: 'trails' }),
    point,
    group(logs, { key: 'logs' }),
    group(rings, { key: 'servers' }),
    // Over the rings: what marks a change is wider than a ring, and must not lie on its word.
    group(labels, { key: 'labels' }),
    group(guests, { key: 'clients' }),
    group(messages.slips, { key: 'slips' }),
  ];
};
