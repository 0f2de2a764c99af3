import { labPicture, lessonPictures } from './pictures.ts';

/** The small drawings of the gallery: of each lesson by its id, of each free lab by its own. */
export const lessons = await lessonPictures();

export const labs = {
  election: await labPicture('election'),
  zookeeper: await labPicture('zookeeper'),
  paxos: await labPicture('paxos'),
  recipes: await labPicture('recipes'),
  byzantine: await labPicture('byzantine'),
  cap: await labPicture('cap'),
};
