// What a storefront's program does first, with the client that was generated from the contract.
import { CatalogueApi, Configuration, ResponseError, SellerGoodsApi, TokenApi } from './index';

declare const process: { env: Record<string, string> };
declare const require: (name: string) => any;
const { API, HOST, CLIENT_ID, CLIENT_SECRET, VARIANT, KEY } = process.env;

// fetch of Node takes the name of the host from the address; here the address is this machine's
const fetchApi = async (url: any, init: any = {}): Promise<Response> => {
  const request = new Request(url, init);
  const headers = { ...Object.fromEntries(request.headers), Host: HOST };
  const body = await request.text();
  return new Promise<Response>((done, fail) => {
    const call = require('http').request(url, { method: init.method, headers }, (answer: any) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => { text += part; });
      answer.on('end', () => done(new Response(text, {
        status: answer.statusCode, headers: { 'content-type': answer.headers['content-type'] ?? '' } })));
    });
    call.on('error', fail);
    call.end(body);
  });
};

async function main(): Promise<void> {
  const open = new Configuration({ basePath: API, fetchApi });
  const token = await new TokenApi(open).token(
    { grantType: 'client_credentials', clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
  const config = new Configuration({ basePath: API, fetchApi, accessToken: 'Bearer ' + token.accessToken });
  const catalogue = new CatalogueApi(config);
  const page = await catalogue.goodsList({ limit: '3', rialtoCurrency: 'KRW' });
  const changes = { changes: [{ variantId: VARIANT, kind: 'receipt', quantity: 1 }] };
  const stock = new SellerGoodsApi(config);
  await stock.changeStock({ idempotencyKey: KEY, typedStocks: changes });
  const again = await stock.changeStock({ idempotencyKey: KEY, typedStocks: changes });
  let refused = '';
  try {
    await catalogue.goods({ slug: 'there-is-no-such-thing' });
  } catch (error) {
    refused = (await (error as ResponseError).response.json()).code;
  }
  console.log([page.items.length, page.items[0].price.currency, page.items[0].price.minor > 0, again.changed, refused].join(' '));
}

main();
