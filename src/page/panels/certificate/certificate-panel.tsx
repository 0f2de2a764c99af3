import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { duelChart } from '../../../stage/paxos/duel-chart.ts';
import { growthChart } from '../../../stage/paxos/growth.ts';
import type { ToolSaying } from '../../../stage/paxos/tool-words.ts';
import { claimOf } from '../../../stage/paxos/who.ts';
import type { BallotsView } from '../../../view/paxos-ask.ts';
import type { Frame } from '../../../view/frame.ts';
import type { PaxosDetail } from '../../../view/paxos.ts';
import type { Pid } from '../../../view/time.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSize } from '../../browser/use-size.ts';
import { nameOf } from '../state-word.ts';
import { BallotTable } from './ballot-table.tsx';
import './certificate.css';
import { passOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';
import { VerdictText } from './verdict-text.tsx';
import type { Outcome } from './verdict-text.tsx';

/** Drawn at least this large, in drawing units. */
const LEAST = { width: 300, height: 96 };
const GROWTH = { width: 180, height: 108 };

interface CertificatePanelProps {
  readonly frame: Frame<PaxosDetail>;
  readonly words: ToolSaying;
  readonly view: BallotsView | null;
  readonly verdict: Verdict;
  readonly hideFuture: boolean;
  /** Why running it for ever has ended without a proof. */
  readonly outcome: Outcome;
}

/** What is proved of this run for ever, and how its ballots have gone. */
export const CertificatePanel = (props: CertificatePanelProps) => {
  const t = useTranslations('paxosTools.certificate');
  const { frame, words, view, verdict, hideFuture, outcome } = props;
  const { detail, time } = frame;
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const pass = passOf(detail);
  const { rows = 0, shift = 0 } = detail.livelock ?? {};
  const since = view?.passes.findLast((end) => end <= time);
  const cycles = pass === null ? 0 : Math.floor(time / pass);
  const name = (pid: Pid): string => nameOf(frame, pid);

  const chart =
    view === null || size.width === 0
      ? null
      : duelChart(view, {
          words,
          width: Math.max(LEAST.width, size.width),
          height: Math.max(LEAST.height, size.height),
          now: time,
          nameOf: name,
          claimOf: (pid) => claimOf(detail, detail.proposers.indexOf(pid) + 1),
          pass,
          repeats:
            verdict.kind === 'proved' && since !== undefined
              ? { period: rows * (detail.schedule?.every ?? 0), shift, since }
              : null,
          hideFuture,
        });
  const grown = {
    rounds: detail.rounds,
    refused: view?.now.refused ?? 0,
    messages: detail.messages,
  };
  return (
    <section className="certificate" aria-label={t('name')}>
      <div className="certificate-text" role="status">
        <VerdictText verdict={verdict} outcome={outcome} cycles={cycles} nameOf={name} />
      </div>
      <div ref={place} className="certificate-chart">
        {chart !== null && <DrawingView drawing={chart} label={t('chart')} />}
        {view !== null && <BallotTable spans={view.spans} now={time} nameOf={name} />}
      </div>
      <div className="certificate-growth">
        <DrawingView
          drawing={growthChart(view?.counts ?? [], time, grown, { words, ...GROWTH })}
          label={t('growth')}
        />
      </div>
    </section>
  );
};
