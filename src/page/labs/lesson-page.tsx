import { NotFound } from '../app/not-found.tsx';

/** `#/lesson/<id>`. */
export const LessonPage = ({ id }: { id: string }) => (id === '' ? null : <NotFound />);
