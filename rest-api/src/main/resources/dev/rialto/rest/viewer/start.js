// the document of this very host; nothing is validated or fetched elsewhere
window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '../v1/openapi.json',
    dom_id: '#contract',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    queryConfigEnabled: false,
    persistAuthorization: false,
    presets: [SwaggerUIBundle.presets.apis],
    // there is one server, this one: nothing to choose
    plugins: [() => ({ wrapComponents: { ServersContainer: () => () => null } })]
  });
});
