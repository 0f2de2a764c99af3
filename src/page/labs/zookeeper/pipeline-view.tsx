import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { memberPipeline } from '../../../stage/zookeeper/members/pipeline.ts';
import { pipelineShapes } from '../../../stage/zookeeper/pipeline.ts';
import type { Drawing } from '../../../stage/shape.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { useMedia } from '../../browser/use-media.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useRunUntil } from '../../panels/run/use-run-until.ts';
import { nameOf } from '../../panels/state-word.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { useSaying } from '../../words/use-saying.ts';

/** What a press on a stage waits for comes within so much virtual time, or not at all. */
const SOON_MS = 5000;
const LEAST = { width: 300, height: 68 };
const GAP = 14;

/** A server's pipeline, by the role that it has. */
export const PipelineView = () => {
  const t = useTranslations('zookeeper.pipeline');
  const words = useSaying('zookeeper.stage');
  const frame = useLabFrame<ZooKeeperDetail>();
  const server = useShownServer();
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const until = useRunUntil();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  if (frame === null || server === null) return null;
  const name = nameOf(frame, server.pid);
  const clients = frame.detail.clients.map(({ pid }) => pid);
  const options = {
    words,
    claimOf: (client: number) => (clients.includes(client) ? clients.indexOf(client) + 1 : null),
    moved: null,
    reducedMotion,
  };
  const room = {
    width: Math.max(LEAST.width, size.width),
    height: Math.max(LEAST.height, size.height),
  };
  const { member } = server;
  const drawing =
    member === null ? aloneIn(server, room, options) : memberPipeline(server, room, options);
  const leader = member === null || member.leader === null ? null : nameOf(frame, member.leader);
  const leads = member?.leader === server.pid;
  const said = [
    t('of', { name }),
    ...(member === null
      ? []
      : leads
        ? [t('enters'), t('ownAck')]
        : leader === null
          ? [t('nobody')]
          : [t('forwards', { leader }), ...(member.observer ? [] : [t('acks', { leader })])]),
  ];
  return (
    <section className="zk-pipeline" aria-label={t('of', { name })}>
      <p className="zk-pipeline-name">{said.join(' · ')}</p>
      <div className="zk-pipeline-drawing" ref={place}>
        {size.width > 0 && (
          <DrawingView
            drawing={drawing}
            label={t('of', { name })}
            onAction={(action) => {
              if ('until' in action) void until.run(action.until, SOON_MS);
            }}
          />
        )}
      </div>
    </section>
  );
};

/** The four stages of a server that stands alone, side by side. */
function aloneIn(
  server: ZooKeeperServerView,
  room: { readonly width: number; readonly height: number },
  options: Parameters<typeof pipelineShapes>[2],
): Drawing {
  const width = (room.width - 3 * GAP) / 4;
  const stages = [0, 1, 2, 3].map((i) => ({
    x: i * (width + GAP),
    y: 0,
    width,
    height: room.height,
  }));
  return { ...room, shapes: pipelineShapes(server, { stages }, options) };
}
