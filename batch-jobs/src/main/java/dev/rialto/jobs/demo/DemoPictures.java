package dev.rialto.jobs.demo;

import dev.rialto.goods.PictureSpec;
import dev.rialto.picture.PictureStore;
import dev.rialto.picture.StoredPicture;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Keeps the demo's pictures, several at a time: encoding them takes most of the load. */
@ApplicationScoped
class DemoPictures {
    @Inject
    private PictureStore store;

    @Resource
    private ManagedExecutorService threads;

    /** One picture. */
    StoredPicture keep(DemoFolder folder, String name) {
        return store.keep(new ByteArrayInputStream(folder.bytes(name)));
    }

    /** The pictures of some articles by the articles' slugs. */
    Map<String, List<PictureSpec>> keep(DemoFolder folder, List<SellerContent.Article> articles) {
        Map<String, List<Future<StoredPicture>>> begun = new LinkedHashMap<>();
        for (SellerContent.Article article : articles) {
            List<Future<StoredPicture>> own = new ArrayList<>();
            for (String name : article.pictures()) {
                byte[] bytes = folder.bytes(name);
                own.add(threads.submit(() -> store.keep(new ByteArrayInputStream(bytes))));
            }
            begun.put(article.slug(), own);
        }
        return articles.stream()
                .collect(Collectors.toMap(
                        SellerContent.Article::slug, article -> begun.getOrDefault(article.slug(), List.of()).stream()
                                .map(one -> new PictureSpec(await(one), titles(article)))
                                .toList()));
    }

    private static Map<String, String> titles(SellerContent.Article article) {
        return article.texts().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, words -> words.getValue()
                .title()));
    }

    private static StoredPicture await(Future<StoredPicture> picture) {
        try {
            return picture.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the load was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a picture of the demo cannot be kept", e);
        }
    }
}
