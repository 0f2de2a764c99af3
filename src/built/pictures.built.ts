import { electionPresets } from '../page/labs/election/presets.ts';
import { paxosPresets } from '../page/labs/paxos/presets.ts';
import { zookeeperPresets } from '../page/labs/zookeeper/presets.ts';
import { labPicture, lessonPictures } from './pictures.ts';

/** The small drawings of the gallery: of each lesson by its id, of each free lab by its own. */
export const lessons = await lessonPictures();

export const labs = {
  election: await labPicture('election', electionPresets),
  zookeeper: await labPicture('zookeeper', zookeeperPresets),
  paxos: await labPicture('paxos', paxosPresets),
};
