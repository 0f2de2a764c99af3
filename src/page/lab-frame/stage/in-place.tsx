import { use, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { overlaps } from '../../../stage/geometry.ts';
import type { Box, Point } from '../../../stage/geometry.ts';
import type { Layout } from '../../../stage/layout.ts';
import { spotBeside, waysOf } from '../../../stage/spot-beside.ts';
import type { Frame, MessageView } from '../../../view/frame.ts';
import { useOwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import type { OwnDeed } from '../../panels/inspector/own-deeds.tsx';
import { intervene } from '../../sim/actions.ts';
import { playhead } from '../../sim/playhead.ts';
import { useSim } from '../../sim/store.ts';
import { Remaining } from '../../panels/remaining.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { Menu } from '../../widgets/menu.tsx';
import { messageText } from '../../words/message-text.ts';
import { useNaming } from '../../words/naming.ts';
import { useLoose } from '../../words/use-words.ts';
import { useCannotAct } from '../../panels/cannot-act.ts';
import { messageDeeds, processDeeds } from '../../panels/deeds.ts';
import type { Deed } from '../../panels/deeds.ts';
import { LabContext } from '../descriptor.ts';
import { useMenuOpen, setMenuOpen } from './menu-open.ts';
import './in-place.css';

interface Stage {
  frame: Frame;
  layout: Layout;
  /** What stands on it to be read. */
  texts: readonly Box[];
  /** The drawing; what stands beside the selected thing is placed by it. */
  svg: RefObject<SVGSVGElement | null>;
}

/** A deed's menu. Its items have words of their own: the inspector's buttons are called otherwise. */
const DeedMenu = (props: {
  label: string;
  deeds: readonly Deed[];
  /** What the lab alone offers for it. */
  own?: readonly OwnDeed[];
}) => {
  const t = useTranslations('lab.inPlace');
  const open = useMenuOpen((s) => s.open);
  const cannot = useCannotAct();
  return (
    <Menu
      label={props.label}
      className="in-place-button"
      isOpen={open}
      onOpenChange={setMenuOpen}
      entries={[
        ...props.deeds.map(({ word, what, not }) => ({
          id: word,
          label: t(word),
          reason: cannot ?? (not === undefined ? null : t(not)),
          onPress: () => void intervene(what),
        })),
        ...(props.own ?? []).map(({ what, ...entry }) => ({
          ...entry,
          onPress: () => void intervene(what),
        })),
      ]}
    >
      ⋯
    </Menu>
  );
};

/** Where a finger presses, so much of a button on each side is not drawn, px (see in-place.css). */
const UNSEEN = { x: 8, y: 10 };

/**
 * Finds where a button stands at a thing of the drawing. Asked for the same again, it remembers, until
 * something is written just there.
 */
const spotFinder = () => {
  let key = '';
  let known: { layout: Layout; texts: readonly Box[]; large: string; spot: Point } | null = null;
  return (
    { layout, texts }: Pick<Stage, 'layout' | 'texts'>,
    thing: DOMRect,
    button: HTMLElement,
    room: DOMRect,
    play: DOMRect | undefined,
  ): Point => {
    const { offsetWidth: width, offsetHeight: height } = button;
    const inRoom = ({ left, top, width: wide, height: high }: DOMRect): Box => ({
      x: left - room.left,
      y: top - room.top,
      width: wide,
      height: high,
    });
    const target = inRoom(thing);
    // The large Play is no part of the drawing, and not to be covered either.
    const plays = play === undefined ? [] : [inRoom(play)];
    const large = plays.map(({ x, y, width: wide }) => `${x} ${y} ${wide}`).join('');
    const asked = [...Object.values(target), width, height, room.width, room.height].join(' ');
    const same = known !== null && known.layout === layout && asked === key;
    if (same && known?.texts === texts && known.large === large) return known.spot;
    const part = room.width / layout.width;
    const onScreen = (all: Box): Box => ({
      x: all.x * part,
      y: all.y * part,
      width: all.width * part,
      height: all.height * part,
    });
    const unseen = matchMedia('(pointer: coarse)').matches ? UNSEEN : { x: 0, y: 0 };
    const words = [...texts.map(onScreen), ...plays];
    if (same && known !== null) {
      const { x, y } = known.spot;
      const seen = {
        x: x + unseen.x,
        y: y + unseen.y,
        width: width - 2 * unseen.x,
        height: height - 2 * unseen.y,
      };
      if (!words.some((one) => overlaps(one, seen))) {
        known = { ...known, texts, large };
        return known.spot;
      }
    }
    const taken = layout.obstacles.map(onScreen);
    const ways = waysOf(layout).map((point) => ({ x: point.x * part, y: point.y * part }));
    const spot = spotBeside(target, { width, height, unseen }, room, {
      taken,
      ways,
      texts: words,
    });
    key = asked;
    known = { layout, texts, large, spot };
    return spot;
  };
};

/** Keeps an element beside one of the drawing's; `below`: it hangs under it. */
const useBeside = (
  { svg, layout, texts }: Omit<Stage, 'frame'>,
  selector: string,
  below: boolean,
) => {
  const place = useRef<HTMLDivElement>(null);
  const [spotOf] = useState(spotFinder);
  const put = (): void => {
    const one = place.current;
    const target = svg.current?.querySelector(selector) ?? null;
    if (one === null) return;
    one.hidden = target === null;
    const room = svg.current?.getBoundingClientRect();
    if (target === null || room === undefined) return;
    // What marks a change comes and goes; the marks of the selection stay, and the button with them.
    const marks = below ? null : target.querySelector('.selring');
    const box = (marks ?? target).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = one;
    const within = (value: number, most: number): number => Math.max(2, Math.min(value, most - 2));
    let x = box.left + box.width / 2 - room.left - width / 2;
    const under = box.bottom - room.top + 6;
    let y = under + height < room.height ? under : box.top - room.top - height - 6;
    const play = svg.current?.parentElement?.querySelector('.play-here')?.getBoundingClientRect();
    if (!below) ({ x, y } = spotOf({ layout, texts }, box, one, room, play));
    one.style.translate = `${Math.round(within(x, room.width - width))}px ${Math.round(within(y, room.height - height))}px`;
  };
  const putAgain = useEffectEvent(put);
  const observed = useRef(false);
  useLayoutEffect(() => {
    // When it has just come the observer puts it, before it is seen and when the layout is known anyway.
    if (observed.current) put();
  });
  useLayoutEffect(() => {
    const size = new ResizeObserver(() => putAgain());
    if (svg.current !== null) size.observe(svg.current);
    observed.current = true;
    const stop = below ? playhead.follow(() => putAgain()) : null;
    return () => {
      observed.current = false;
      size.disconnect();
      stop?.();
    };
  }, [svg, below]);
  // Another layout is another place, also where nothing else has changed.
  return { place, key: `${layout.width} ${layout.height}` };
};

const ProcessInPlace = ({ pid, ...stage }: Stage & { pid: number }) => {
  const t = useTranslations('lab.inPlace');
  const naming = useNaming();
  const deedsOf = useOwnDeeds();
  const { place } = useBeside(stage, `[data-action='{"select":${pid}}']`, false);
  const process = stage.frame.processes.find((one) => one.pid === pid);
  if (process === undefined) return null;
  return (
    <div ref={place} className="in-place">
      <DeedMenu
        label={t('acts', { name: naming.inText(process) })}
        deeds={processDeeds(process, stage.frame, stage.layout)}
        own={deedsOf(process, stage.frame)}
      />
    </div>
  );
};

/** What is in a message, beside it. */
const MessageInPlace = ({ message, ...stage }: Stage & { message: MessageView }) => {
  const t = useTranslations('lab.inPlace');
  const panels = useTranslations('panels.messages');
  const loose = useLoose('panels');
  const Acts = use(LabContext)?.MessageActs ?? null;
  const { place } = useBeside(stage, `[data-key="message-${message.id}"]`, true);
  const what = messageText(message, loose);
  const from = nameOf(stage.frame, message.from);
  const to = nameOf(stage.frame, message.to);
  return (
    <div ref={place} className="in-place in-place-card" role="group" aria-label={t('message')}>
      <strong>{what}</strong>
      <span className="in-place-way">
        {panels('route', { from, to })} ·{' '}
        {message.status === 'held' ? (
          panels('held')
        ) : message.status === 'arrived' ? (
          panels('arrived')
        ) : (
          <Remaining until={message.arrivesAt} />
        )}
      </span>
      <DeedMenu label={t('actsOnMessage')} deeds={messageDeeds(message)} />
      {Acts !== null && <Acts message={message} />}
    </div>
  );
};

/** What can be done to the selected thing, where it stands on the stage. */
export const InPlace = (stage: Stage) => {
  const selection = useSim((s) => s.selection);
  if (selection?.kind === 'process') {
    return <ProcessInPlace key={selection.pid} pid={selection.pid} {...stage} />;
  }
  if (selection?.kind !== 'message') return null;
  const message = stage.frame.messages.find(({ id }) => id === selection.id);
  return message === undefined || message.status === 'lost' ? null : (
    <MessageInPlace key={message.id} message={message} {...stage} />
  );
};
