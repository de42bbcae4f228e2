"""What a storefront's program does first, with the client that was generated from the contract."""
import json
import os

import rialto_client
from rialto_client import ApiException, Configuration, TypedStock, TypedStocks

env = os.environ


def client(token=None):
    made = rialto_client.ApiClient(Configuration(host=env["API"], access_token=token))
    made.set_default_header("Host", env["HOST"])
    return made


answer = rialto_client.TokenApi(client()).token(
    grant_type="client_credentials", client_id=env["CLIENT_ID"], client_secret=env["CLIENT_SECRET"])
mine = client(answer.access_token)
catalogue = rialto_client.CatalogueApi(mine)
page = catalogue.goods_list(limit="3", rialto_currency="KRW")
stock = rialto_client.SellerGoodsApi(mine)
changes = TypedStocks(changes=[TypedStock(variantId=env["VARIANT"], kind="receipt", quantity=1)])
stock.change_stock(env["KEY"], changes)
again = stock.change_stock(env["KEY"], changes)
refused = ""
try:
    catalogue.goods("there-is-no-such-thing")
except ApiException as error:
    refused = json.loads(error.body)["code"]
price = page.items[0].price
print(len(page.items), price.currency, str(price.minor > 0).lower(), again.changed, refused)
