import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.CatalogueApi;
import org.openapitools.client.api.SellerGoodsApi;
import org.openapitools.client.api.TokenApi;
import org.openapitools.client.model.Listing;
import org.openapitools.client.model.Money;
import org.openapitools.client.model.TypedStock;
import org.openapitools.client.model.TypedStocks;

/** What a storefront's program does first, with the client that was generated from the contract. */
public class Client {
    private static final Map<String, String> ENV = System.getenv();

    private static ApiClient client(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(ENV.get("API"));
        // over HTTP/2 the name of the host would be taken from the address
        client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        client.setRequestInterceptor(request -> {
            request.header("Host", ENV.get("HOST"));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
        });
        return client;
    }

    public static void main(String[] arguments) throws Exception {
        String token = new TokenApi(client(null))
                .token("client_credentials", ENV.get("CLIENT_ID"), ENV.get("CLIENT_SECRET"), null, null, null, null, null)
                .getAccessToken();
        ApiClient mine = client(token);
        CatalogueApi catalogue = new CatalogueApi(mine);
        Listing page = catalogue.goodsList(null, null, null, "3", null, null, "KRW");
        TypedStock line = new TypedStock().variantId(ENV.get("VARIANT")).kind("receipt").quantity(1L);
        TypedStocks changes = new TypedStocks().changes(List.of(line));
        SellerGoodsApi stock = new SellerGoodsApi(mine);
        stock.changeStock(ENV.get("KEY"), changes);
        int again = stock.changeStock(ENV.get("KEY"), changes).getChanged();
        String refused = "";
        try {
            catalogue.goods("there-is-no-such-thing", null, null);
        } catch (ApiException error) {
            refused = error.getResponseBody().replaceAll(".*\"code\":\"([a-z_]+)\".*", "$1");
        }
        Money price = page.getItems().get(0).getPrice();
        System.out.println(page.getItems().size() + " " + price.getCurrency() + " " + (price.getMinor() > 0) + " " + again
                + " " + refused);
    }
}
