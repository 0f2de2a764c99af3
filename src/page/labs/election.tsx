import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { ElectionInspector } from './election-inspector.tsx';
import { ElectionReading } from './election-reading.tsx';
import { ElectionStage } from './election-stage.tsx';
import { ElectionDialogs, ElectionTools } from './election-tools.tsx';
import { electionViews, Messages } from './election-views.tsx';
import { fiveServers } from './initial.ts';

const BesideMessages = () => {
  const t = useTranslations('lab.view');
  return (
    <section className="beside-part">
      <h2>{t('messages')}</h2>
      <Messages />
    </section>
  );
};

/** The election lab: leader election by votes, in an ensemble of ZooKeeper servers. */
export const electionLab: LabDescriptor = {
  id: 'election',
  model: 'election',
  useName: () => useTranslations('gallery.lab.election')('name'),
  initial: fiveServers,
  Stage: ElectionStage,
  StageTools: ElectionTools,
  Dialogs: ElectionDialogs,
  Reading: ElectionReading,
  Inspector: ElectionInspector,
  Beside: BesideMessages,
  views: electionViews,
};
