package org.handrail.platform.submission;

import java.util.List;
import org.handrail.platform.http.HandlerRule;
import org.handrail.platform.scope.ScopeAutoConfiguration;
import org.handrail.platform.scope.Transactions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Requests that may be sent again. */
@AutoConfiguration(after = {ScopeAutoConfiguration.class, JdbcClientAutoConfiguration.class})
class SubmissionAutoConfiguration {

  @Bean
  Submissions submissions(Transactions transactions, JdbcClient jdbc) {
    return new Submissions(transactions, jdbc);
  }

  @Bean
  WebMvcConfigurer submissionParameters(Submissions submissions) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SubmissionParameters(submissions));
      }
    };
  }

  @Bean
  HandlerRule postsAreSubmissions() {
    return new PostsAreSubmissions();
  }
}
