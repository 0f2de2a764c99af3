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
  const { foreseen = null, stopped } = await send({ type: 'lesson-foresee' });
  const now = useSim.getState().lesson;
  if (stopped === true || now?.id !== asked?.id || now?.index !== asked?.index) return;
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

/** The option at this place, the first being 1: is chosen, or asked for its reply once it is told. */
export const chooseInRoom = (place: number): void => {
  const option = useSim.getState().lesson?.options[place - 1];
  if (option === undefined) return;
  if (isOpen()) choosePrediction(option);
  else useSim.setState((s) => ({ prediction: { ...s.prediction, replyTo: option } }));
};

/** More than any hall holds. */
const MOST_HANDS = 9999;

/** So many hands were raised for an option. */
export const countHands = (option: string, hands: number): void => {
  const counted = Number.isFinite(hands) ? Math.min(MOST_HANDS, Math.max(0, Math.round(hands))) : 0;
  useSim.setState(({ prediction }) => ({
    prediction: { ...prediction, hands: { ...prediction.hands, [option]: counted } },
  }));
};
