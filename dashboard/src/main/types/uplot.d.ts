/** As much of uPlot as the page uses; the WebJar has all of its types in `dist/uPlot.d.ts`. */
export default class uPlot {
  constructor(options: any, data: any, into: HTMLElement);
  static paths: any;
  setData(data: any): void;
}
