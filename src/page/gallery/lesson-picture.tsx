/** The small drawing of a lesson, made by the stage from the lesson's own run. */
export const LessonPicture = ({ id }: { id: string }) => (
  <svg viewBox="0 0 240 96" aria-hidden="true" data-lesson={id} />
);
