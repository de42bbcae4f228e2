package dev.rialto.seller;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Gives the {@link ChangeNews} a thread of the server for as long as the application runs. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class NewsReader {
    @Resource
    ManagedThreadFactory threads;

    @Inject
    ChangeNews news;

    @PostConstruct
    void start() {
        threads.newThread(news).start();
    }

    @PreDestroy
    void stop() {
        news.stop();
    }
}
