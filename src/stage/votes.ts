import type { StageWords } from './words.ts';
import type { ElectionDetail, ElectionServerView } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import { COMPARISON_HEIGHT, comparisonFigure } from './comparison.ts';
import { voteChip } from './glyphs.ts';
import { at, group, path, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import { tallyFigure } from './tally.ts';
import { HIDDEN, veiled } from './veil.ts';
import { COLUMNS } from './vote-options.ts';
import type { VoteOptions } from './vote-options.ts';

type ElectionFrame = Frame<ElectionDetail>;

interface Row {
  readonly voter: Pid;
  readonly name: string;
  /** Instead of a vote. */
  readonly remark: string | null;
  readonly round: string;
  readonly epoch: string;
  readonly zxid: string;
  readonly leader: Pid | null;
}

/** Rows voter; columns round, epoch, zxid, sid. */
export const voteTable = (frame: ElectionFrame, options: VoteOptions, rowHeight = 29): Drawing => {
  const { words, width } = options;
  const rows =
    options.box === null || options.box === undefined
      ? present(frame, options)
      : box(frame, options.box, options);
  const rounds = new Set(rows.filter((row) => row.remark === null).map((row) => row.round));
  const [only] = rounds;
  const common = rounds.size === 1 && only !== undefined && only !== HIDDEN ? Number(only) : null;
  const title =
    options.box === null || options.box === undefined
      ? votesTitle(words, common)
      : words.votes('box', { name: nameOf(frame, options.box) });
  const column = (name: keyof typeof COLUMNS): number => round(width * COLUMNS[name]);
  const head = (x: number, word: string, anchor: 'start' | 'middle' = 'middle'): Shape =>
    text(x, 46, word, { anchor, className: 's i2' });
  const shapes: Shape[] = [
    text(0, 16, title, { className: 'm b' }),
    ...(veiled(options.veil, null, 'quorum')
      ? []
      : [
          text(
            width,
            16,
            words.votes('needed', {
              quorum: frame.detail.quorum,
              voters: frame.detail.voters.length,
            }),
            {
              anchor: 'end',
              className: 's i2',
            },
          ),
        ]),
    head(0, words.votes('voter'), 'start'),
    head(column('round'), words.votes('round')),
    head(column('epoch'), words.votes('epoch')),
    head(column('zxid'), words.votes('zxid')),
    head(column('sid'), words.votes('sid')),
    path(`M0 55H${width}`, { className: 'hair2' }),
  ];
  rows.forEach((row, i) => {
    const top = 55 + i * rowHeight;
    const baseline = round(top + rowHeight / 2 + 9.5 * (rowHeight / 29));
    if (i > 0) shapes.push(path(`M0 ${round(top + 4)}H${width}`, { className: 'hair' }));
    shapes.push(
      group(rowShapes(row, column, baseline), {
        key: `row-${row.voter}`,
        transform: at(0, 0),
        action: { select: row.voter },
      }),
    );
  });
  return { shapes, width, height: round(55 + rows.length * rowHeight + 8) };
};

function rowShapes(
  row: Row,
  column: (name: keyof typeof COLUMNS) => number,
  baseline: number,
): Shape[] {
  const grey = row.remark !== null;
  const shapes: Shape[] = [
    text(0, baseline, row.name, { className: grey ? 'm b w-crashed' : 'm b' }),
  ];
  if (row.remark !== null) {
    shapes.push(text(column('round') - 14, baseline, row.remark, { className: 's w-crashed' }));
    return shapes;
  }
  const cell = (x: number, word: string, strong: boolean): Shape =>
    text(x, baseline, word, { anchor: 'middle', className: strong ? 'm b' : 'm' });
  shapes.push(
    cell(column('round'), row.round, false),
    cell(column('epoch'), row.epoch, false),
    cell(column('zxid'), row.zxid, true),
    row.leader === null
      ? cell(column('sid'), HIDDEN, true)
      : voteChip(column('sid'), baseline - 5, `S${row.leader}`, row.leader),
  );
  return shapes;
}

/** @param round in which all votes are; null: in several, or none is told */
export const votesTitle = ({ votes }: StageWords, round: number | null): string =>
  round === null ? votes('titleAll') : votes('title', { round });

const nameOf = (frame: ElectionFrame, pid: Pid): string =>
  frame.processes.find((process) => process.pid === pid)?.name ?? `S${pid}`;

/** Everybody's present vote; observers are listed only when they have one to show. */
function present(frame: ElectionFrame, options: VoteOptions): Row[] {
  const details = new Map(frame.detail.servers.map((server) => [server.sid, server]));
  return frame.processes.flatMap((process): Row[] => {
    const server = details.get(process.pid);
    if (server === undefined) return [];
    const { votes } = options.words;
    const remark =
      process.liveness === 'crashed'
        ? votes('crashed')
        : process.liveness === 'off'
          ? votes('notStarted')
          : server.observer
            ? votes('observer')
            : server.vote === null
              ? veiled(options.veil, process.pid, 'state')
                ? HIDDEN
                : votes('noVote')
              : null;
    return [row(server, process.name, remark, options)];
  });
}

function row(
  server: Pick<ElectionServerView, 'sid' | 'round' | 'vote'>,
  name: string,
  remark: string | null,
  options: VoteOptions,
): Row {
  const { sid, vote } = server;
  const show = (field: 'round' | 'epoch' | 'zxid', word: string): string =>
    veiled(options.veil, sid, field) ? HIDDEN : word;
  return {
    voter: sid,
    name,
    remark,
    round: show('round', String(server.round)),
    epoch: show('epoch', vote === null ? '' : String(vote.peerEpoch)),
    zxid: show('zxid', vote === null ? '' : zxidText(vote.zxid)),
    leader: vote === null || veiled(options.veil, sid, 'sid') ? null : vote.leader,
  };
}

/** What one server has in its ballot box. */
function box(frame: ElectionFrame, pid: Pid, options: VoteOptions): Row[] {
  const server = frame.detail.servers.find((one) => one.sid === pid);
  return (server?.box ?? []).map((entry) =>
    row(
      { sid: entry.voter, round: entry.round, vote: entry.vote },
      nameOf(frame, entry.voter),
      null,
      options,
    ),
  );
}

/** Table, comparison and tally under each other, as beside the stage. */
export const votePanel = (frame: ElectionFrame, options: VoteOptions): Drawing => {
  const room = options.height ?? 440;
  const tally = tallyFigure(frame, options);
  const gap = options.whole === true ? 12 : 20;
  const rows = Math.max(1, frame.detail.servers.length);
  // Beside the stage its place is kept free until there is one: nothing jumps when it comes.
  const free = room - COMPARISON_HEIGHT - 2 * gap - tally.height - 63;
  const comparison =
    options.whole === true && free < rows * 24 ? null : comparisonFigure(frame, options);
  const kept = options.height !== undefined && free >= rows * 22 ? COMPARISON_HEIGHT : 0;
  const needed = Math.max(kept, comparison?.height ?? 0);
  const compared = needed === 0 ? 0 : needed + gap;
  const rest = compared + tally.height + gap;
  const rowHeight = Math.max(20, Math.min(29, (room - rest - 63) / rows));
  const table = voteTable(frame, options, rowHeight);
  const shapes: Shape[] = [group(table.shapes, { key: 'table' })];
  let y = table.height + gap;
  if (comparison !== null) {
    shapes.push(group(comparison.shapes, { key: 'comparison', transform: at(0, y) }));
  }
  y += compared;
  shapes.push(
    path(`M0 ${round(y - 12)}H${options.width}`, { className: 'hair' }),
    group(tally.shapes, { key: 'tally', transform: at(0, y) }),
  );
  return { shapes, width: options.width, height: round(y + tally.height) };
};
