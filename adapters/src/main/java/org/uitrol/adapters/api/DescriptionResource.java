package org.uitrol.adapters.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the API to programs and whoever writes them (OpenAPI 3.1). */
@RestController
class DescriptionResource {

  @GetMapping("/api/v1/openapi.yaml")
  ResponseEntity<Resource> description() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_YAML)
        .body(new ClassPathResource("openapi.yaml"));
  }
}
