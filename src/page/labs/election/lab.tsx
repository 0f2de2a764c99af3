import { useTranslations } from 'use-intl';
import { laneNotes } from '../../../stage/lane-notes-election.ts';
import type { ElectionDetail } from '../../../view/election.ts';
import { acts } from '../../lab-frame/acts.ts';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import {
  eventsView,
  inspectorView,
  messagesView,
  spaceTimeView,
  titled,
} from '../../lab-frame/run-views.tsx';
import { KillLeader } from '../../panels/faults/kill-leader.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';
import { useServerNaming } from '../../words/naming.ts';
import { ElectionBecause } from './because.tsx';
import { useElectionInspection } from './use-inspection.tsx';
import { leaderOf } from './leader.ts';
import { useElectionOffers } from './offers.ts';
import { OpenLogs } from './open-logs.tsx';
import { electionPresets } from './presets.ts';
import { ElectionStage } from './stage.tsx';
import { ElectionTools } from './tools.tsx';
import { useElectionUntil } from './until.ts';
import { Votes } from './votes.tsx';

const Faults = () => {
  const frame = useLabFrame<ElectionDetail>();
  return frame === null ? null : <KillLeader leader={leaderOf(frame)} acts={acts} />;
};

const Majorities = later(async () => (await import('./majorities.tsx')).Majorities);
const SetUp = later(async () => (await import('./set-up/set-up.tsx')).ElectionSetUp, {
  Coming: DialogComing,
  words: ['parts'],
});

/** The election lab: leader election by votes, in an ensemble of ZooKeeper servers. */
export const lab: LabDescriptor = {
  id: 'election',
  model: 'election',
  useName: () => useTranslations('gallery.lab.election')('name'),
  useNaming: useServerNaming,
  presets: electionPresets,
  Stage: ElectionStage,
  Because: ElectionBecause,
  StageTools: ElectionTools,
  links: 'tcp',
  useOffers: useElectionOffers,
  reading: { SetUp, Faults, useUntil: useElectionUntil, Below: OpenLogs, routine: true },
  inspector: { useInspection: useElectionInspection, open: ['vote'], nobody: 'none' },
  views: [
    { id: 'votes', useTitle: titled('votes'), Panel: Votes, rooms: ['phone', 'narrow'] },
    inspectorView,
    spaceTimeView<ElectionDetail>(laneNotes),
    eventsView,
    messagesView,
    { id: 'majorities', useTitle: titled('majorities'), Panel: Majorities },
  ],
};
