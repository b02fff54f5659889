package org.handrail.gateway.page;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The web app at {@code /}: its files, and its first page for each address that it knows. */
@Configuration(proxyBeanMethods = false)
class WebApp implements WebMvcConfigurer {

  private static final String FILES = "classpath:/static/";
  private static final String SWAGGER_UI =
      "classpath:/META-INF/resources/webjars/swagger-ui/5.32.0/";
  private static final Duration A_YEAR = Duration.ofDays(365);

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/docs").setViewName("forward:/docs/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Their names carry a hash of what is in them.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable());
    registry
        .addResourceHandler("/docs/ui/**")
        .addResourceLocations(SWAGGER_UI)
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/docs/**")
        .addResourceLocations("classpath:/docs/")
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new FirstPage());
  }

  /**
   * Gives the first page where the app, not a file, answers an address: one of the app's own routes
   * (web/src/SignedIn.tsx).
   */
  private static final class FirstPage extends PathResourceResolver {

    private static final Pattern THE_APPS =
        Pattern.compile(
            """
            |clients(/new|/[^/.]+(/enrolment|/consents/new|/options|/plan)?)?\
            |(consents|option-sets)/[^/.]+\
            |referrals(/[^/.]+)?\
            """);

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      return THE_APPS.matcher(path).matches()
          ? super.getResource("index.html", location)
          : super.getResource(path, location);
    }
  }
}
