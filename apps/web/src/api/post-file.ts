import { currentLanguage } from '../shared/language/language';
import { problemOf, ProblemError } from './problem';

/** By XMLHttpRequest, because `fetch` does not tell how much of a body has gone. */
export async function postFile<Answer>(
  url: string,
  file: File,
  onSent: (share: number) => void = () => undefined,
): Promise<Answer> {
  const body = new FormData();
  body.append('file', file);
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.setRequestHeader('Accept-Language', currentLanguage());
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => {
    onSent(total === 0 ? 1 : loaded / total);
  };
  await new Promise<void>((done, fail) => {
    request.onload = () => {
      done();
    };
    request.onerror = () => {
      fail(new Error('the upload did not reach the server'));
    };
    request.send(body);
  });
  if (request.status >= 400) throw new ProblemError(problemOf(request.response, request.status));
  return request.response as Answer;
}
