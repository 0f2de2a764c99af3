import { beginStep, choosePrediction, goToStep, play, send, togglePlay } from './actions.ts';
import { useSim } from './store.ts';

/** Whether the present step asks something that nobody has answered yet. */
const isOpen = (): boolean => {
  const { lesson, prediction } = useSim.getState();
  return (
    lesson?.phase === 'ready' && lesson.steps[lesson.index]?.asks === true && !prediction.checked
  );
};

/** Tells a room the answer before the step runs, whatever was chosen. */
const tellAnswer = async (): Promise<void> => {
  const asked = useSim.getState().lesson;
  const { foreseen = null } = await send({ type: 'lesson-foresee' });
  const now = useSim.getState().lesson;
  if (now?.id !== asked?.id || now?.index !== asked?.index) return;
  useSim.setState((s) => ({ prediction: { ...s.prediction, checked: true, told: foreseen } }));
  // What cannot be foreseen is told by the run itself.
  if (foreseen === null) await beginStep();
};

/** The one key of whoever speaks to a room: question, answer, run, next step. */
export const goOnInRoom = async (): Promise<void> => {
  const { lesson, playing } = useSim.getState();
  if (playing || lesson === null) togglePlay();
  else if (isOpen()) await tellAnswer();
  else if (lesson.phase === 'ready') await beginStep();
  else if (lesson.phase === 'done' && lesson.index < lesson.steps.length - 1)
    await goToStep(lesson.index + 1);
  else if (lesson.phase === 'failed') await goToStep(lesson.index);
  else await play();
};

/** Chooses an option of the open question by its place, the first being 1. */
export const chooseInRoom = (place: number): void => {
  const option = useSim.getState().lesson?.options[place - 1];
  if (isOpen() && option !== undefined) choosePrediction(option);
};
