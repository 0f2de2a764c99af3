import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { ElectionStage } from './election-stage.tsx';
import { fiveServers } from './initial.ts';

const Nothing = () => null;

/** The election lab: leader election by votes, in an ensemble of ZooKeeper servers. */
export const electionLab: LabDescriptor = {
  id: 'election',
  model: 'election',
  useName: () => useTranslations('gallery.lab.election')('name'),
  initial: fiveServers,
  Stage: ElectionStage,
  StageTools: Nothing,
  Reading: Nothing,
  Inspector: Nothing,
  Beside: Nothing,
  views: [],
};
