import type { PaxosDetail } from '../../../view/paxos.ts';
import { CertificatePanel } from '../../panels/certificate/certificate-panel.tsx';
import { ForEverActs } from '../../panels/certificate/for-ever-acts.tsx';
import { verdictOf } from '../../panels/certificate/verdict.ts';
import { useLabFrame, useVeiled } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useBallots } from './use-ballots.ts';
import { WithWords } from '../../words/with-words.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { Cures } from './cures.tsx';
import { useForEver } from './for-ever.ts';

/** Ballots asked for before and after the present moment. */
const BEFORE = 48;
const AFTER = 24;

/** The certificate of the run that is open, and what may be tried against it. */
export const Certificate = () => (
  <WithWords of="paxosTools">
    <CertificateView />
  </WithWords>
);

const CertificateView = () => {
  const frame = useLabFrame<PaxosDetail>();
  const words = useSaying('paxosTools.chart');
  const view = useBallots(BEFORE, AFTER);
  const veiled = useVeiled();
  const interventions = useSim((s) => s.interventions);
  const inLesson = useSim((s) => s.lesson !== null);
  const forEver = useForEver();
  if (frame === null) return null;
  const verdict = verdictOf(frame.detail, frame.position, interventions);
  return (
    <div className="certificate-view">
      <CertificatePanel
        frame={frame}
        words={words}
        view={view}
        verdict={verdict}
        hideFuture={veiled}
        outcome={inLesson ? null : forEver.outcome}
      />
      {!inLesson && (
        <div className="row certificate-tools">
          <ForEverActs verdict={verdict} forEver={forEver} />
          <Cures />
        </div>
      )}
    </div>
  );
};
